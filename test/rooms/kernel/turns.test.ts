import { turns } from '../../../server/kernel/turns';

/** Work that ends when the test says so. */
function heldWork() {
  const running: (() => void)[] = [];
  let most = 0;
  let present = 0;
  return {
    most: () => most,
    started: () => running.length,
    work: async (): Promise<string> => {
      present += 1;
      most = Math.max(most, present);
      await new Promise<void>((resolve) => running.push(resolve));
      present -= 1;
      return 'done';
    },
    /** Ends the first that runs, and lets the next one start. */
    async endOne(): Promise<void> {
      running.shift()?.();
      for (let step = 0; step < 10; step += 1) await Promise.resolve();
    },
  };
}

describe('turns', () => {
  it('run a few at a time, the others in their order, and turn away whom they cannot keep waiting', async () => {
    const inTurn = turns(2, 3);
    const held = heldWork();
    const order: number[] = [];
    const callers = [0, 1, 2, 3, 4, 5, 6].map((n) =>
      inTurn(held.work).then((result) => {
        if (result !== null) order.push(n);
        return result;
      }),
    );
    expect(await Promise.all(callers.slice(5))).toEqual([null, null]);
    expect(held.started()).toBe(2);
    for (let ended = 0; ended < 5; ended += 1) await held.endOne();
    expect(await Promise.all(callers.slice(0, 5))).toEqual(Array(5).fill('done'));
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(held.most()).toBe(2);
  });

  it('are given back by work that fails', async () => {
    const inTurn = turns(1, 0);
    await expect(inTurn(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await inTurn(() => Promise.resolve(1))).toBe(1);
  });
});
