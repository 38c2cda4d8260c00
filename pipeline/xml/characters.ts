/** Characters that no XML 1.0 file can have (XML 1.0, 2.2), not even as a reference. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression searches for them
export const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;
