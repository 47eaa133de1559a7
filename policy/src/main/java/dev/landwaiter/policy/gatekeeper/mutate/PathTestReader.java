package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.List;

/// Reads `spec.parameters.pathTests`.
final class PathTestReader {
  private static final String WHERE = "spec.parameters.pathTests";

  private PathTestReader() {}

  /// @throws RefusedException when a path is no beginning of the location, or a condition is none
  static PathTests read(Value parameters, Location location) throws RefusedException {
    List<PathTests.Test> tests = new ArrayList<>();
    for (Value test : Texts.list(parameters.get("pathTests").orElse(NullValue.NULL), WHERE)) {
      var subPath = Location.of(Texts.text(test, "subPath", WHERE + "[].subPath"));
      if (subPath.length() == 0 || !location.startsWith(subPath)) {
        throw new RefusedException(
            "the path `%s` of a test is no beginning of the location".formatted(subPath));
      }
      var condition =
          switch (Texts.text(test, "condition", WHERE + "[].condition")) {
            case "MustExist" -> PathTests.Condition.MUST_EXIST;
            case "MustNotExist" -> PathTests.Condition.MUST_NOT_EXIST;
            default ->
                throw new RefusedException(
                    "the condition of a test is neither MustExist nor MustNotExist");
          };
      tests.add(new PathTests.Test(subPath.length(), condition));
    }
    return new PathTests(tests);
  }
}
