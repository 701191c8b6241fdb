import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

/** One line of text; direction follows what is typed unless said otherwise. */
export function TextField(props: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { label, hint, error, optional, id, ...rest } = props;
  return (
    <Field {...{ label, hint, id }} {...(error ? { error } : {})} optional={optional ?? false}>
      {(wiring) => <input dir="auto" {...rest} {...wiring} className={styles.control} />}
    </Field>
  );
}

/** One line of text that may be longer than the field is wide: it is shown whole, and takes no line breaks. */
export function LineArea(props: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { label, hint, error, optional, id, onChange, onKeyDown, ...rest } = props;
  return (
    <Field {...{ label, hint, id }} {...(error ? { error } : {})} optional={optional ?? false}>
      {(wiring) => (
        <textarea
          dir="auto"
          rows={1}
          {...rest}
          {...wiring}
          className={styles.line}
          onChange={(event) => {
            // What is pasted may bring them.
            const { target } = event;
            if (/[\r\n]/.test(target.value))
              target.value = target.value.replace(/\s*[\r\n]+\s*/g, ' ');
            onChange?.(event);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }
            onKeyDown?.(event);
          }}
        />
      )}
    </Field>
  );
}

/** Several lines of text; grows with them. */
export function TextArea(props: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { label, hint, error, optional, id, ...rest } = props;
  return (
    <Field {...{ label, hint, id }} {...(error ? { error } : {})} optional={optional ?? false}>
      {(wiring) => <textarea dir="auto" {...rest} {...wiring} className={styles.control} />}
    </Field>
  );
}

/** A choice from a list that is too long to lay out. */
export function Select(props: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const { label, hint, error, optional, id, ...rest } = props;
  return (
    <Field {...{ label, hint, id }} {...(error ? { error } : {})} optional={optional ?? false}>
      {(wiring) => <select {...rest} {...wiring} className={styles.control} />}
    </Field>
  );
}
