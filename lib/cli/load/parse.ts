import { Composer, isScalar, Lexer, LineCounter, Parser } from 'yaml';
import type { CST, Document, YAMLError } from 'yaml';
import { STRUCTURE } from '../../core/rules/structure/codes';
import { printable } from '../../core/rules/wording';
import { READING } from './codes';
import type { Located } from './located';
import { DEEPEST, readValue } from './read-value';
import type { TextProblem } from './read-value';

/** Documents of one text, and what is wrong with it. */
export interface ParsedText {
  readonly roots: readonly Located[];
  readonly problems: readonly TextProblem[];
  readonly lines: LineCounter;
}

/** Parser levels that one level of values can take: a key, its block and a list in it. */
const PARSER_LEVELS = 4 * DEEPEST;

/** Errors beyond these mostly follow from the first. */
const MOST_SYNTAX_ERRORS = 5;

class TooDeep extends Error {
  constructor(readonly at: number) {
    super('nested too deeply');
  }
}

/** Parses YAML text into values that remember their offsets. Never throws. Blank documents are left out. */
export function parseText(text: string): ParsedText {
  const lines = new LineCounter();
  const roots: Located[] = [];
  const problems: TextProblem[] = [];
  const tooDeep = (at: number): TextProblem => ({ kind: STRUCTURE.size, at, message: `the blueprint is nested deeper than ${DEEPEST} levels`, remedy: 'write one cache per blueprint' });
  try {
    const composer = new Composer({ uniqueKeys: false, version: '1.2' });
    for (const document of composer.compose(tokensOf(text, lines))) readDocument(document, lines, roots, problems);
  } catch (error) {
    problems.push(tooDeep(error instanceof TooDeep ? error.at : 0));
    if (!(error instanceof TooDeep || error instanceof RangeError)) throw error;
  }
  return { roots, problems, lines };
}

/** The parser works with a stack of its own and the composer recurses, so depth is stopped between the two. */
function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token, void> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > PARSER_LEVELS) throw new TooDeep(parser.offset - lexeme.length);
  }
  yield* parser.end();
}

function readDocument(document: Document.Parsed, lines: LineCounter, roots: Located[], problems: TextProblem[]): void {
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    problems.push(...faults.slice(0, MOST_SYNTAX_ERRORS).map(syntaxProblem));
    return;
  }
  if (document.contents === null || isBlank(document.contents)) return;
  const { value, problems: found } = readValue(document.contents, (offset) => lines.linePos(offset).line);
  problems.push(...found);
  if (found.length === 0) roots.push(value);
}

function isBlank(contents: unknown): boolean {
  return isScalar(contents) && contents.value === null && (contents.source ?? '') === '';
}

function syntaxProblem(error: YAMLError): TextProblem {
  const at = error.pos[0];
  const [message, remedy] = explain(error);
  return { kind: error.code === 'TAG_RESOLVE_FAILED' ? READING.feature : READING.syntax, at, message, remedy };
}

function explain({ code, message }: YAMLError): readonly [message: string, remedy: string] {
  const bracket = /end with a ([\]}])$/.exec(message)?.[1];
  if (bracket !== undefined) return [`a bracket opened above must end with \`${bracket}\` before this place`, 'close it, or indent the lines inside of it'];
  switch (code) {
    case 'TAB_AS_INDENT':
      return ['YAML does not allow tabs as indentation', 'indent with spaces'];
    case 'TAG_RESOLVE_FAILED':
      return ['YAML tags have no meaning in a blueprint', 'remove the tag'];
    case 'BAD_INDENT':
      return ['the indentation does not fit the lines above', 'align it with its neighbours'];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return ['a mapping starts where a single value is expected', 'check the indentation here and a second colon on the line'];
    case 'MISSING_CHAR':
      return [`YAML is incomplete here: ${asClause(message)}`, 'complete it, or correct the indentation'];
    default:
      return [`YAML cannot be read here: ${asClause(message)}`, 'correct the syntax'];
  }
}

/** The parser's sentence inside ours; it may quote the user's text. */
function asClause(sentence: string): string {
  return printable(sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
}
