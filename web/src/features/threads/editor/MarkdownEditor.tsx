import { limits } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { lazy, type ReactNode, type Ref, Suspense, useDeferredValue, useState } from 'react';
import control from '../../../ui/Field.module.css';
import { Field } from '../../../ui/Field.tsx';
import type { MentionPlace } from './editor-api.ts';
import styles from './MarkdownEditor.module.css';
import { Mentioned } from './Mentioned.tsx';
import { MentionList } from './MentionList.tsx';
import { Toolbar } from './Toolbar.tsx';
import { type EditorHandle, useEditor } from './use-editor.ts';

const Preview = lazy(async () => ({ default: (await import('./Preview.tsx')).Preview }));

const countedFrom = 2_000;

export interface MarkdownEditorProps {
  label: string;
  /** As it is stored: Markdown with mentions as `@member:5`. The writer sees names. */
  value: string;
  onChange: (value: string) => void;
  /** Where the text will stand; null: nobody can be mentioned yet. */
  mentions: MentionPlace | null;
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string | undefined;
  /** Most characters; as for a post unless given. */
  most?: number;
  readOnly?: boolean;
  onBlur?: () => void;
  /** Ctrl or Cmd with Enter. */
  onSend?: () => void;
  ref?: Ref<EditorHandle>;
}

/** A text with Markdown: few tools, names after `@`, and a preview that follows the typing. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { label, id, hint, error, value, placeholder, readOnly, most = limits.postBody } = props;
  const t = useText('threads.editor');
  const ui = useText('ui');
  const [preview, setPreview] = useState(false);
  const editor = useEditor(props);
  const source = useDeferredValue(value);
  const { members, active, take } = editor.mentions;
  const left = most - value.length;

  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(wiring) => (
        <div className={styles.editor}>
          <Toolbar
            controls={wiring.id}
            onMark={editor.mark}
            preview={preview}
            onPreview={() => setPreview(!preview)}
          />
          <div className={styles.field}>
            <textarea
              {...wiring}
              {...editor.textarea}
              dir="auto"
              readOnly={readOnly}
              placeholder={placeholder}
              className={control.control}
              aria-autocomplete="list"
              aria-controls={members.length > 0 ? `${wiring.id}-mentions` : undefined}
              aria-activedescendant={
                members.length > 0 ? `${wiring.id}-mentions-${active}` : undefined
              }
            />
            {members.length > 0 && (
              <MentionList
                id={`${wiring.id}-mentions`}
                members={members}
                active={active}
                onChoose={take}
              />
            )}
          </div>
          <Mentioned members={editor.mentioned} />
          {left < countedFrom && (
            <p className={left < 0 ? styles.over : styles.quiet}>
              {left < 0 ? ui('tooLong', { count: -left }) : ui('remaining', { count: left })}
            </p>
          )}
          {preview && (
            <section aria-label={t('preview')} className={styles.preview}>
              {source.trim() === '' ? (
                <p className={styles.quiet}>{t('previewEmpty')}</p>
              ) : (
                <Suspense fallback={<p className={styles.quiet}>{ui('loading')}</p>}>
                  <Preview source={source} labels={editor.labels} />
                </Suspense>
              )}
            </section>
          )}
        </div>
      )}
    </Field>
  );
}
