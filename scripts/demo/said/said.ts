/** What a service undertakes about a gap, and what is said of it later. */
export interface Undertaken {
  title: string;
  cause: string;
  /** What is done at once, where somebody is in danger. */
  containment?: string;
  /** What the service shows to say that it is done. */
  proof: string;
  /** What the team sees of it, at once and later, and what it sees when it was in vain. */
  effect: string;
  lasting: string;
  inVain: string;
}

/** What people say about one criterion in a demonstration. All of it is invented; whoever reads it must find it likely. */
export interface Said {
  /** Of what conforms in part, in two wordings, and of what does not conform. */
  minor: readonly [string, string];
  major: string;
  /** Of what does not conform and endangers somebody; critical criteria have it. */
  critical?: string;
  /** What the service objects. */
  objection: string;
  advice: string;
  /** What the service does about the advice. */
  advised: string;
  merit: string;
  noticed: string;
  /** A practice that others may learn from, as the team states it and as the service tells it. */
  remarkable?: { stated: string; told: string };
  undertaken: Undertaken;
}
