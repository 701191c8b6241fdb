/** Names this build; set by the bundler, so that pages notice a newer server. */
declare const COUNTERPART_BUILD: string | undefined;

export const build = typeof COUNTERPART_BUILD === 'string' ? COUNTERPART_BUILD : 'development';
