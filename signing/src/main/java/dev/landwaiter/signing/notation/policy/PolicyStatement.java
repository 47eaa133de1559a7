package dev.landwaiter.signing.notation.policy;

import dev.landwaiter.signing.notation.Check;
import java.util.List;
import java.util.Map;

/// One statement of a trust policy.
///
/// @param scopes repositories, or `*` alone; none in policies for files
/// @param global whether it is the one for files for which no name is given
/// @param level `strict`, `permissive`, `audit` or `skip`
/// @param actions what happens when a check fails; none with the level `skip`
/// @param timestampAlways whether a timestamp is needed even while all certificates are valid
public record PolicyStatement(
    String name,
    List<String> scopes,
    boolean global,
    String level,
    Map<Check, Check.Action> actions,
    boolean timestampAlways,
    List<StoreName> stores,
    TrustedIdentities identities) {
  public PolicyStatement {
    scopes = List.copyOf(scopes);
    actions = Map.copyOf(actions);
    stores = List.copyOf(stores);
  }

  /// Whether nothing is verified at all.
  public boolean skips() {
    return actions.isEmpty();
  }

  /// What happens when a check fails.
  public Check.Action action(Check check) {
    return actions.getOrDefault(check, Check.Action.SKIP);
  }

  /// The stores of one type.
  public List<StoreName> stores(StoreName.Type type) {
    return stores.stream().filter(each -> each.type() == type).toList();
  }
}
