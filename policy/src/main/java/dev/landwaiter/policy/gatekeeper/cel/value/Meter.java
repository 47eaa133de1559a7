package dev.landwaiter.policy.gatekeeper.cel.value;

/// Counts what an evaluation costs, in the units of Kubernetes, and ends it when it costs too much.
/// One for each evaluation of an expression.
public final class Meter {
  /// What a call of one expression may cost.
  public static final long PER_CALL = 1_000_000;

  /// Characters and elements that count as one unit when they are walked through.
  private static final double TRAVERSAL = 0.1;

  private static final int FREE_ELEMENTS = 1_000;

  private final long limit;
  private long cost;
  private long steps;

  public Meter(long limit) {
    this.limit = limit;
  }

  public long cost() {
    return cost;
  }

  /// Adds to the cost.
  ///
  /// @throws OverCost when that is too much
  public void charge(long units) {
    cost += units;
    if (cost > limit) {
      throw new OverCost();
    }
  }

  /// Adds what walking through so many characters costs.
  ///
  /// @throws OverCost when that is too much
  public void traverse(long size) {
    charge((long) Math.ceil(size * TRAVERSAL));
  }

  /// Notes a piece of work that costs nothing by itself but could go on without end, such as one
  /// comparison inside of nested lists.
  ///
  /// @throws OverCost when that is too much
  public void step() {
    work(1);
  }

  /// Notes so many pieces of work.
  ///
  /// @throws OverCost when that is too much
  public void work(long pieces) {
    steps += pieces;
    if (steps > 10 * limit) {
      throw new OverCost();
    }
  }

  /// Notes that so many characters are walked through, where the cost does not tell.
  ///
  /// @throws OverCost when that is too much
  public void walk(int characters) {
    work(1 + (characters >> 4));
  }

  /// Adds to the cost of a function whose result has so many elements; few are free.
  ///
  /// @throws OverCost when that is too much
  public void elements(int count) {
    if (count > FREE_ELEMENTS) {
      charge(count / 2);
    }
  }

  /// Ends an evaluation that costs too much.
  public static final class OverCost extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverCost() {
      super("operation cancelled: actual cost limit exceeded", null, false, false);
    }
  }
}
