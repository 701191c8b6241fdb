import type { MemberBrief } from '@counterpart/contract';
import { type ChangeEvent, type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import type { MentionPlace } from './editor-api.ts';
import { type Change, type Mark, markChange } from './marks.ts';
import { type MentionLabels, type MentionQuery, toShown, toStored } from './mention-text.ts';
import { useMentionLabels } from './use-mention-labels.ts';
import { useMentions } from './use-mentions.ts';

export interface EditorHandle {
  focus(options?: FocusOptions): void;
}

interface Options {
  value: string;
  onChange: (value: string) => void;
  mentions: MentionPlace | null;
  onBlur?: (() => void) | undefined;
  onSend?: (() => void) | undefined;
  ref?: Ref<EditorHandle> | undefined;
}

/** Changes the text the way typing does, so that the browser's undo knows of it. */
function type(area: HTMLTextAreaElement, { from, to, insert, select }: Change): void {
  area.focus();
  area.setSelectionRange(from, to);
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else keeps the undo history
  if (!document.execCommand('insertText', false, insert)) {
    area.setRangeText(insert, from, to, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(...select);
}

/** What the editor's parts share: the shown text, names, marks and keys. */
export function useEditor(options: Options) {
  const { value, onChange, onBlur, onSend } = options;
  const area = useRef<HTMLTextAreaElement>(null);
  const names = useMentionLabels(value);
  // While a name is put in, its label is known here before the next rendering.
  const fresh = useRef<MentionLabels | null>(null);

  function choose(member: MemberBrief, query: MentionQuery): void {
    const after = names.choose(member);
    const label = after.get(member.id);
    if (label === undefined || !area.current) return;
    const insert = `@${label} `;
    const caret = query.start + insert.length;
    const to = query.start + 1 + query.text.length;
    fresh.current = after;
    type(area.current, { from: query.start, to, insert, select: [caret, caret] });
    fresh.current = null;
  }

  const mentions = useMentions(options.mentions, choose);

  function mark(wanted: Mark): void {
    if (!area.current) return;
    const { value: text, selectionStart: start, selectionEnd: end } = area.current;
    type(area.current, markChange(wanted, { text, start, end }));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (mentions.onKey(event) || !(event.ctrlKey || event.metaKey)) return;
    const wanted = { b: 'bold', k: 'link' } as const;
    const found = event.key === 'b' || event.key === 'k' ? wanted[event.key] : undefined;
    if (found) mark(found);
    else if (event.key === 'Enter' && onSend) onSend();
    else return;
    event.preventDefault();
  }

  useImperativeHandle(options.ref, () => ({ focus: (how) => area.current?.focus(how) }), []);

  return {
    mark,
    mentions,
    labels: names.labels,
    mentioned: names.mentioned,
    textarea: {
      ref: area,
      value: toShown(value, names.labels),
      onKeyDown,
      onChange({ target }: ChangeEvent<HTMLTextAreaElement>): void {
        onChange(toStored(target.value, fresh.current ?? names.labels));
        mentions.look(target.value, target.selectionStart);
      },
      onBlur(): void {
        mentions.close();
        onBlur?.();
      },
    },
  };
}
