/**
 * The same function, remembering its last answers: a file of a hundred thousand rows has a few dozen protocols and a few
 * hundred days. Emptied when it is full, so that it stays small.
 * @param most answers kept
 */
export function remember<T>(read: (text: string) => T, most = 2_000): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
