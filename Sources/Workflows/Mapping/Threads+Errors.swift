extension Threads {
  /// The outputs in the order of the inputs; the first error, in that order, is thrown.
  ///
  /// - Parameter worker: makes what one thread keeps from input to input.
  static func tryMap<Input: Sendable, Output: Sendable, Worker>(
    _ inputs: [Input], worker: @Sendable () throws -> Worker,
    _ work: @Sendable (inout Worker, Input) throws -> Output
  ) throws -> [Output] {
    try map(inputs, worker: { Worker?.none }) { kept, input -> Result<Output, any Error> in
      Result {
        var own = try kept ?? worker()
        // One owner at a time, or every change would copy the worker's buffers.
        kept = nil
        defer { kept = own }
        return try work(&own, input)
      }
    }.map { try $0.get() }
  }
}
