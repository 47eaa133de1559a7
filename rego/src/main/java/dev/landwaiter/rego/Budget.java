package dev.landwaiter.rego;

/// What one evaluation may use up. Checked on every loop; an evaluation that passes a limit ends
/// with `eval_cancel_error`.
///
/// @param deadline in ticks of [World#ticks]; `Long.MAX_VALUE` for none
/// @param steps expressions evaluated; `Long.MAX_VALUE` for no limit
/// @param memory values made, in units of roughly 16 bytes; `Long.MAX_VALUE` for no limit
/// @param depth calls inside calls
public record Budget(long deadline, long steps, long memory, int depth) {
  public static final int DEPTH = 5_000;

  public static final Budget NONE =
      new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, DEPTH);
}
