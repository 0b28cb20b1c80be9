/** What the child process writes on its standard error when it starts to read. */
export const BEGONNEN = 'begint te lezen'
