// PostGraphile 5 is made for Node 22; this is all it lacks on Node 20.
Promise.withResolvers ??= function withResolvers() {
  let resolve, reject;
  const promise = new this((resolveIt, rejectIt) => {
    [resolve, reject] = [resolveIt, rejectIt];
  });
  return { promise, resolve, reject };
};
