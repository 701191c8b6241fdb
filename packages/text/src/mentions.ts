export { escapeHtml } from './escape.ts';
export { fillMentions, type MentionName, mentionsInHtml } from './fill-mentions.ts';
export { findMentions } from './find-mentions.ts';
export { MAX_MENTIONS, type Mention, type MentionKind } from './mention.ts';
