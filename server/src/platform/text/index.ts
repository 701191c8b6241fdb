export {
  createTextRenderer,
  type RenderedText,
  type TextRenderer,
  type TextRendererOptions,
} from './renderer.ts';
