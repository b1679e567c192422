/** A function worked out once for each object it is given, for as long as the object lives. */
export function perObject<T extends object, R>(work: (object: T) => R): (object: T) => R {
  const done = new WeakMap<T, R>()
  return (object) => {
    const known = done.get(object)
    if (known !== undefined) return known
    const result = work(object)
    done.set(object, result)
    return result
  }
}
