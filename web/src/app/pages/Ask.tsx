import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMe } from '../../features/accounts/index.ts';
import { AskPage, type EditorProps } from '../../features/ask/AskPage.tsx';
import { TextArea } from '../../ui/fields.tsx';

const writing = () => import('../../features/threads/index.ts');

const MarkdownEditor = lazy(async () => ({ default: (await writing()).MarkdownEditor }));
const WritingHints = lazy(async () => ({ default: (await writing()).WritingHints }));

/** One can write before the editor is there; the text goes on in it. */
function Editor(props: EditorProps) {
  const { mentions: _none, onSend: _later, onChange, ...field } = props;
  const plain = <TextArea {...field} onChange={({ target }) => onChange(target.value)} />;
  return (
    <Suspense fallback={plain}>
      <MarkdownEditor {...props} />
    </Suspense>
  );
}

function Hints({ text }: { text: string }) {
  return (
    <Suspense>
      <WritingHints text={text} />
    </Suspense>
  );
}

export function Ask() {
  const space = useSearch({ from: '/members/ask', select: (search) => search.space });
  return <AskPage member={useMe()} space={space} Editor={Editor} Hints={Hints} />;
}
