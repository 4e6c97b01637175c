export { docExamples, isPublic, pageExamples, type Example } from './extract.js'
export { programOf, runExample, type Compare, type Load } from './program.js'
