export type { MentionPlace } from './editor/editor-api.ts';
export { MarkdownEditor, type MarkdownEditorProps } from './editor/MarkdownEditor.tsx';
export type { EditorHandle } from './editor/use-editor.ts';
