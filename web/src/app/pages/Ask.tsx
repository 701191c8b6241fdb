import { CatchBoundary, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMe } from '../../features/accounts/index.ts';
import { AskPage, type EditorProps } from '../../features/ask/AskPage.tsx';
import { TextArea } from '../../ui/fields.tsx';

const writing = () => import('../../features/threads/index.ts');

const MarkdownEditor = lazy(async () => ({ default: (await writing()).MarkdownEditor }));
const WritingHints = lazy(async () => ({ default: (await writing()).WritingHints }));

/** What comes after the page may not come, when the line is lost meanwhile: then the page does without. */
function Later({ without = null, children }: { without?: ReactNode; children: ReactNode }) {
  return (
    <CatchBoundary getResetKey={() => 0} errorComponent={() => without}>
      <Suspense fallback={without}>{children}</Suspense>
    </CatchBoundary>
  );
}

/** One can write before the editor is there; the text goes on in it. */
function Editor(props: EditorProps) {
  const { mentions: _none, onSend: _later, onChange, ...field } = props;
  const plain = <TextArea {...field} onChange={({ target }) => onChange(target.value)} />;
  return (
    <Later without={plain}>
      <MarkdownEditor {...props} />
    </Later>
  );
}

const SimilarThreads = lazy(async () => ({
  default: (await import('../../features/search/Similar.tsx')).Similar,
}));

function Similar({ text }: { text: string }) {
  return (
    <Later>
      <SimilarThreads text={text} />
    </Later>
  );
}

function Hints({ text }: { text: string }) {
  return (
    <Later>
      <WritingHints text={text} />
    </Later>
  );
}

export function Ask() {
  const space = useSearch({ from: '/members/ask', select: (search) => search.space });
  return <AskPage member={useMe()} space={space} Editor={Editor} Hints={Hints} Similar={Similar} />;
}
