import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/plain.css';
import { start } from './app/start.tsx';

const root = document.getElementById('root');
if (root) void start(root);
