package dev.landwaiter.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a class touches of the world that only the edge of the program may touch.
final class Edge {
  /// The packages that join the program to the world.
  static final List<String> PACKAGES = List.of(House.NAME + ".cli", House.NAME + ".server");

  private static final List<Pattern> WORLD =
      Facts.lines("edge.txt").stream().map(Edge::pattern).toList();

  private Edge() {}

  /// The members of the world that a class uses by calls, references or fields, each once.
  static List<String> touchedBy(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .map(Edge::signature)
        .filter(each -> WORLD.stream().anyMatch(pattern -> pattern.matcher(each).matches()))
        .map(each -> each.split("\\(", 2)[0])
        .distinct()
        .sorted()
        .toList();
  }

  private static String signature(JavaAccess<?> access) {
    String name = access.getTargetOwner().getName() + "." + access.getTarget().getName();
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called
        ? called.getRawParameterTypes().stream()
            .map(JavaClass::getName)
            .collect(Collectors.joining(",", name + "(", ")"))
        : name;
  }

  private static Pattern pattern(String line) {
    String text = Pattern.quote(line).replace("*", "\\E[^()]*\\Q");
    return Pattern.compile(line.endsWith(")") ? text : text + "(\\(.*)?");
  }
}
