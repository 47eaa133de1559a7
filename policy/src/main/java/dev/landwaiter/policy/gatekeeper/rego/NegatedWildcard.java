package dev.landwaiter.policy.gatekeeper.rego;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import java.util.List;
import java.util.Optional;

/// Explains the mistake that the classic allow-list of registries makes: a wildcard that stands
/// only under `not`, where nothing chooses an element (reference 16).
final class NegatedWildcard {
  private static final String ANY = "[_]";

  private NegatedWildcard() {}

  /// What to write instead, for the first error of this kind; empty when there is none.
  static String hint(List<RegoError> errors) {
    return errors.stream()
        .filter(error -> error.code().equals(ErrorCode.UNSAFE))
        .filter(error -> error.message().equals("var _ is unsafe"))
        .flatMap(error -> error.location().stream())
        .map(at -> hint(at.text()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> hint(String source) {
    int wildcard = source.indexOf(ANY);
    if (!source.startsWith("not ") || wildcard < 0) {
      return Optional.empty();
    }
    int start = wildcard;
    while (start > 0 && isPath(source.charAt(start - 1))) {
      start--;
    }
    String list = source.substring(start, wildcard);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    String call = source.substring("not ".length()).strip();
    String single = call.replace(list + ANY, "each");
    String image = firstArgument(call);
    return Optional.of(
        """
        The wildcard `_` of `%1$s[_]` stands only under `not`: nothing outside chooses an element \
        of the list, so it is not said whether one element has to fit or all.
        To refuse what no element of the list allows, write one of these:
          1. not strings.any_prefix_match(%3$s, %1$s)
          2. a function of your own:
               allowed(image) { startswith(image, %1$s[_]) }
             and in the rule: not allowed(%3$s)
          3. behind `import future.keywords.not` and `import future.keywords.in`:
               not { some each in %1$s; %2$s }
        Do not write `each := %1$s[_]; not %2$s`: that refuses what a single element does not allow.\
        """
            .formatted(list, single, image));
  }

  private static boolean isPath(char each) {
    return Character.isLetterOrDigit(each) || each == '_' || each == '.' || each == '"';
  }

  private static String firstArgument(String call) {
    int open = call.indexOf('(');
    int comma = call.indexOf(',', open);
    return open < 0 || comma < 0 ? "image" : call.substring(open + 1, comma).strip();
  }
}
