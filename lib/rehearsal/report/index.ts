export { markdownReport } from './markdown';
export { countsInWords, countsOf, figuresOf, type Counts, type RehearsalSummary } from './summary';
