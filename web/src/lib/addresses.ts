/** Where things are in the web client: the only place that spells these addresses. */
export const addresses = {
  thread: (id: number) => `/threads/${id}`,
  post: (threadId: number, postId: number) => `/threads/${threadId}/posts/${postId}`,
  space: (slug: string) => `/spaces/${slug}`,
  member: (id: number) => `/members/${id}`,
  /** Cities and organisations alike. */
  institution: (id: number) => `/cities/${id}`,
};
