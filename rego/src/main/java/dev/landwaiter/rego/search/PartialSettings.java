package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Ref;
import java.util.List;

/// What partial evaluation is to know and to leave (reference 10.13).
///
/// @param unknowns paths whose values are not known, such as `input`
/// @param disableInlining rules that stay rules
/// @param shallow whether all rules that need what is unknown stay rules
/// @param nondeterministic whether functions are called that need not answer alike
/// @param namespace the part below `data` where what is left of rules stands
/// @param inPlace whether what is left of rules stands at their own paths; what has no path of its
///   own stands in the namespace all the same
public record PartialSettings(
    List<Ref> unknowns,
    List<Ref> disableInlining,
    boolean shallow,
    boolean nondeterministic,
    String namespace,
    boolean inPlace) {
  /// The namespace where none is asked for.
  public static final String NAMESPACE = "partial";

  /// All that is left of rules stands in the usual namespace.
  public PartialSettings(
      List<Ref> unknowns, List<Ref> disableInlining, boolean shallow, boolean nondeterministic) {
    this(unknowns, disableInlining, shallow, nondeterministic, NAMESPACE, false);
  }

  public PartialSettings {
    unknowns = List.copyOf(unknowns);
    disableInlining = List.copyOf(disableInlining);
  }
}
