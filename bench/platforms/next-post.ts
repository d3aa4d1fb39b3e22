/** Tells when something is added to a list, without looking for it again and again. */
export class PostWatch<T> {
  readonly #waiting: ((post: T) => void)[] = [];

  constructor(list: T[], counts: (post: T) => boolean) {
    const push = list.push.bind(list);
    list.push = (...posts: T[]) => {
      for (const post of posts) if (counts(post)) this.#waiting.shift()?.(post);
      return push(...posts);
    };
  }

  next(): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    this.#waiting.push(resolve);
    return promise;
  }
}
