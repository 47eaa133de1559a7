package dev.landwaiter.inventory.lang.go;

import dev.landwaiter.inventory.lang.executable.BrokenExecutableException;
import dev.landwaiter.inventory.lang.executable.Executable;
import dev.landwaiter.inventory.lang.executable.Symbol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which version a Go program has, of the several places that may tell (project reference,
/// inventory, 19.1).
final class MainVersion {
  private static final Set<String> USUAL = Set.of("main", "common", "version", "cmd");
  private static final int LIMIT = 200;
  private static final String IDENTIFIERS = "[0-9A-Za-z-]{1,200}(\\.[0-9A-Za-z-]{1,200})*+";
  private static final Pattern VERSION =
      Pattern.compile(
          "v?(0|[1-9][0-9]*+)(\\.(0|[1-9][0-9]*+)(\\.(0|[1-9][0-9]*+)(-"
              + IDENTIFIERS
              + ")?(\\+"
              + IDENTIFIERS
              + ")?)?)?");
  private static final int TIME_DIGITS = 14;

  private final String module;
  private final List<Set<String>> found =
      List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

  private MainVersion(String module) {
    this.module = module;
  }

  /// The version of the main module, or the empty text.
  static String of(ModuleText text, Executable program) throws BrokenExecutableException {
    ModuleText.Module main = text.main().orElseThrow();
    if (!main.version().isEmpty() && !pseudo(main.version())) {
      return main.version();
    }
    var flags = new MainVersion(main.path());
    flags.addFlags(text.linkerFlags());
    String version = flags.choice();
    if (version.isEmpty()) {
      var symbols = new MainVersion(main.path());
      symbols.addSymbols(program);
      version = symbols.choice();
    }
    return version.isEmpty() ? main.version() : version;
  }

  /// Whether a version only says which commit it is (Go Modules Reference, "Pseudo-versions").
  static boolean pseudo(String version) {
    int plus = version.indexOf('+');
    String plain = plus < 0 ? version : version.substring(0, plus);
    int dash = plain.lastIndexOf('-');
    if (!plain.startsWith("v") || dash < TIME_DIGITS || dash == plain.length() - 1) {
      return false;
    }
    String front = plain.substring(0, dash - TIME_DIGITS);
    boolean time =
        plain.substring(dash - TIME_DIGITS, dash).chars().allMatch(c -> c >= '0' && c <= '9');
    boolean first = front.endsWith(".0.0-") && front.indexOf('-') == front.length() - 1;
    boolean later = front.endsWith("-0.") || (front.endsWith(".0.") && front.contains("-"));
    return time && (first || later);
  }

  private void addFlags(String flags) {
    String[] words = flags.strip().split("\\s+", -1);
    for (int i = 0; i < words.length; i++) {
      String word = words[i].replaceFirst("^['\"]", "");
      if (word.equals("-X") || word.equals("--X")) {
        i++;
        addAssignment(i < words.length ? words[i] : "");
      } else if (word.startsWith("-X")) {
        addAssignment(word.substring(2).replaceFirst("^=", ""));
      }
    }
  }

  private void addAssignment(String assignment) {
    String plain = assignment.replaceAll("^['\"]+|['\"]+$", "");
    int equals = plain.indexOf('=');
    if (equals > 0) {
      add(plain.substring(0, equals), plain.substring(equals + 1).replaceAll("^['\"]+", ""));
    }
  }

  private void addSymbols(Executable program) throws BrokenExecutableException {
    for (Symbol symbol : program.symbols(".str")) {
      String key = symbol.name().substring(0, symbol.name().length() - ".str".length());
      if (versionKey(key) && symbol.size() > 0 && symbol.size() < LIMIT) {
        Optional<ByteBuffer> text = program.at(symbol.address(), symbol.size());
        if (text.isPresent()) {
          // The linker ends such texts with a zero byte, which it counts.
          add(key, StandardCharsets.UTF_8.decode(text.get()).toString().replace("\0", ""));
        }
      }
    }
  }

  private void add(String key, String version) {
    if (versionKey(key) && version.length() < LIMIT && VERSION.matcher(version).matches()) {
      String last = key.substring(key.lastIndexOf('/') + 1);
      int dot = last.indexOf('.');
      String owner = last.substring(0, Math.max(0, dot)).toLowerCase(Locale.ROOT);
      int category = key.startsWith(module + "/cmd/") ? 0 : USUAL.contains(owner) ? 1 : 2;
      found.get(category).add(version);
    }
  }

  private static boolean versionKey(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.endsWith(".version") || lower.endsWith(".ver");
  }

  // Two different answers of the same weight are no answer.
  private String choice() {
    for (Set<String> versions : found) {
      if (!versions.isEmpty()) {
        return versions.size() == 1 ? versions.iterator().next() : "";
      }
    }
    return "";
  }
}
