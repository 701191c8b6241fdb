import { lazy } from 'react';

// What only a press brings up is not part of the first paint.
export const EditPost = lazy(async () => ({ default: (await import('./EditPost.tsx')).EditPost }));
export const PostHistory = lazy(async () => ({
  default: (await import('./PostHistory.tsx')).PostHistory,
}));
export const TakeBackPost = lazy(async () => ({
  default: (await import('./TakeBackPost.tsx')).TakeBackPost,
}));
export const KeepPost = lazy(async () => ({ default: (await import('./KeepPost.tsx')).KeepPost }));
