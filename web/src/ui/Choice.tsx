import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';

export interface Option<Value extends string> {
  value: Value;
  label: ReactNode;
  /** What choosing it means, in a plain sentence. */
  means?: ReactNode;
}

interface Props<Value extends string> {
  /** Ties the summary of errors to the choice. */
  id?: string;
  legend: ReactNode;
  options: Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  hint?: ReactNode;
  error?: string | undefined;
  /** `row` for few short words without sentences. */
  layout?: 'column' | 'row';
}

/** Few options, all in sight, each with a sentence. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { id, legend, options, value, onChange, hint, error, layout } = props;
  const name = useId();
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset aria-describedby={described || undefined} className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={layout === 'row' ? styles.row : styles.column}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-invalid={error ? true : undefined}
            />
            <span className={styles.words}>
              <span className={styles.label}>{option.label}</span>{' '}
              {option.means && <span className={styles.means}>{option.means}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
