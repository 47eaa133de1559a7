package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Ref;
import java.util.List;

/// What partial evaluation is to know and to leave (reference 10.13).
///
/// @param unknowns paths whose values are not known, such as `input`
/// @param disableInlining rules that stay rules
/// @param shallow whether all rules that need what is unknown stay rules
/// @param nondeterministic whether functions are called that need not answer alike
public record PartialSettings(
    List<Ref> unknowns, List<Ref> disableInlining, boolean shallow, boolean nondeterministic) {
  public PartialSettings {
    unknowns = List.copyOf(unknowns);
    disableInlining = List.copyOf(disableInlining);
  }
}
