/// Memory that grows and is kept from record to record, reached without checks.
///
/// Its owner frees it; indexes are the owner's care.
struct GrowingBuffer<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  func free() {
    base.deallocate()
  }

  @inline(__always)
  mutating func removeAll() {
    count = 0
  }

  @inline(__always)
  mutating func removeLast() {
    count &-= 1
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count &+= 1
  }

  /// Makes the count `count`; new elements hold `element`.
  mutating func refill(_ count: Int, with element: Element) {
    if count > capacity { grow(to: count) }
    base.update(repeating: element, count: count)
    self.count = count
  }

  /// Makes the count `count`, whatever new elements hold.
  @inline(__always)
  mutating func resize(_ count: Int) {
    if count > capacity { grow(to: count) }
    self.count = count
  }

  @inline(never)
  private mutating func grow(to least: Int) {
    let larger = max(least, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.moveInitialize(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }
}
