package dev.landwaiter.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Members of the platform, named by a list, that some classes or all may not use.
final class Members {
  private final List<Pattern> patterns;

  private Members(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /// The members that a resource names, one a line: `*` stands for any part of a name, and without
  /// parentheses any parameters are meant.
  static Members in(String resource) {
    return new Members(Facts.lines(resource).stream().map(Members::pattern).toList());
  }

  /// Those that a class uses by calls, references or fields, each once.
  List<String> usedBy(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .map(Members::signature)
        .filter(each -> patterns.stream().anyMatch(pattern -> pattern.matcher(each).matches()))
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
