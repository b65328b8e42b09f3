import type { BootFile } from '../../plan/self-managed-nodes';
import { ConfigDefect } from '../defect';
import { shellWord } from './shell';

const END = 'END_OF_FILE';

/** Shell commands that write files. */
export function writeFiles(files: readonly BootFile[]): string {
  return files.map(writeFile).join('');
}

function writeFile({ path, mode, content }: BootFile): string {
  if (content.split('\n').includes(END)) throw new ConfigDefect(`${path} holds the line ${END}`);
  const folder = path.replace(/\/[^/]*$/, '');
  const text = content === '' || content.endsWith('\n') ? content : `${content}\n`;
  return `mkdir -p ${shellWord(folder)}\ncat >${shellWord(path)} <<'${END}'\n${text}${END}\nchmod ${mode} ${shellWord(path)}\n`;
}
