package dev.landwaiter.policy.input;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which format a file is in, by its name alone, as Conftest chooses.
public final class FormatName {
  private static final Set<String> YAML = Set.of("yml", "yaml");
  private static final Set<String> HCL = Set.of("hcl", "tf", "tfvars");
  private static final Set<String> IGNORE = Set.of("gitignore", "dockerignore");
  private static final Set<String> TEXTPROTO = Set.of("textproto", "textpb");

  private FormatName() {}

  /// The name of the format of a file.
  ///
  /// @param path of the file, or `-` for the standard input
  /// @return a format's name, else the file's ending, which may be empty: no format then
  public static String of(String path) {
    if (path.equals("-")) {
      return "yaml";
    }
    String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = file.lastIndexOf('.');
    String ending = dot < 0 ? "" : file.substring(dot + 1);
    if (file.equals("dockerfile")
        || file.startsWith("dockerfile.")
        || ending.equals("dockerfile")) {
      return "dockerfile";
    }
    if (YAML.contains(ending)) {
      return "yaml";
    }
    if (HCL.contains(ending)) {
      return "hcl2";
    }
    if (IGNORE.contains(ending)) {
      return "ignore";
    }
    if (ending.equals("env") || file.startsWith(".env.")) {
      return "dotenv";
    }
    if (file.equals("nginx.conf")) {
      return "nginx";
    }
    if (file.equals("jenkinsfile") || file.startsWith("jenkinsfile.")) {
      return "groovy";
    }
    return TEXTPROTO.contains(ending) ? "textproto" : ending;
  }

  /// The names of the files in a format, with `*` for anything; capital letters make no difference.
  public static List<String> files(String format) {
    String own = "*." + format;
    return switch (format) {
      case "dockerfile" -> List.of("Dockerfile", "Dockerfile.*", own);
      case "dotenv" -> List.of("*.env", ".env.*", own);
      case "groovy" -> List.of("Jenkinsfile", "Jenkinsfile.*", own);
      case "hcl2" -> List.of("*.tf", "*.tfvars", "*.hcl", own);
      case "ignore" -> List.of(".gitignore", ".dockerignore", own);
      case "nginx" -> List.of("nginx.conf", own);
      case "textproto" -> List.of(own, "*.textpb");
      case "yaml" -> List.of(own, "*.yml");
      default -> List.of(own);
    };
  }
}
