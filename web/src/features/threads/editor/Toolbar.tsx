import { useText } from '@counterpart/locale/react';
import { Button } from '../../../ui/Button.tsx';
import styles from './MarkdownEditor.module.css';
import { type Mark, marks } from './marks.ts';

interface Props {
  controls: string;
  onMark: (mark: Mark) => void;
  preview: boolean;
  onPreview: () => void;
}

/** Words rather than pictures, in a line above the text. */
export function Toolbar({ controls, onMark, preview, onPreview }: Props) {
  const t = useText('threads.editor');
  return (
    <div role="group" aria-label={t('tools')} aria-controls={controls} className={styles.tools}>
      {marks.map((mark) => (
        <Button
          key={mark}
          look="quiet"
          // The selection in the text must outlive the press.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onMark(mark)}
        >
          {t(`mark.${mark}`)}
        </Button>
      ))}
      <Button look="quiet" aria-pressed={preview} className={styles.toggle} onClick={onPreview}>
        {t('preview')}
      </Button>
    </div>
  );
}
