import { renderMarkdown } from '@counterpart/text/markdown';
import { fillMentions } from '@counterpart/text/mentions';
import { useMemo } from 'react';
import prose from '../posts/prose.module.css';
import type { MentionLabels } from './mention-text.ts';

/** A Markdown text as it will be shown. The same renderer as on the server; html in it is text. */
export function Preview({ source, labels }: { source: string; labels: MentionLabels }) {
  const html = useMemo(
    () =>
      fillMentions(renderMarkdown(source), (kind, id) => {
        const label = kind === 'member' ? labels.get(id) : undefined;
        return label === undefined ? undefined : { text: label };
      }),
    [source, labels],
  );
  return <div className={prose.prose} dangerouslySetInnerHTML={{ __html: html }} />;
}
