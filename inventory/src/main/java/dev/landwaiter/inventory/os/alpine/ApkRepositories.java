package dev.landwaiter.inventory.os.alpine;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.Repository;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `etc/apk/repositories`: which release the packages come from, which for `edge` differs from the
/// version of the system.
public final class ApkRepositories implements Analyzer {
  private static final String PATH = "etc/apk/repositories";
  private static final String EDGE = "edge";

  @Override
  public String id() {
    return "apk-repo";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().equals(PATH);
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      List<Repository> all =
          file.text().lines().flatMap(line -> repository(line.strip()).stream()).toList();
      if (all.stream().map(Repository::family).distinct().count() > 1) {
        found.add(Problem.in(file.path(), "the repositories belong to different distributions"));
        continue;
      }
      newest(all.stream().filter(r -> r.family().equals("alpine")).toList()).ifPresent(found::add);
    }
  }

  private static Optional<Repository> newest(List<Repository> all) {
    Optional<Repository> edge = all.stream().filter(r -> r.release().equals(EDGE)).findFirst();
    return edge.isPresent()
        ? edge
        : all.stream().max(Comparator.comparing(Repository::release, ApkRepositories::compare));
  }

  /// The part `SCHEME://HOST/FAMILY/[v]VERSION/` of a line; a comment and a version that is only a
  /// pointer (`latest-stable`) name none.
  static Optional<Repository> repository(String line) {
    int scheme = line.indexOf("://");
    if (line.startsWith("#") || scheme < 0 || !knownScheme(line.substring(0, scheme))) {
      return Optional.empty();
    }
    List<String> parts = List.of(line.substring(scheme + 3).split("/", -1));
    for (int i = 1; i + 2 < parts.size(); i++) {
      String family = parts.get(i);
      String version = parts.get(i + 1);
      String release = version.startsWith("v") ? version.substring(1) : version;
      if (isFamily(family) && isVersion(release)) {
        return Optional.of(new Repository(family, release));
      }
    }
    return Optional.empty();
  }

  private static boolean knownScheme(String before) {
    return before.endsWith("http") || before.endsWith("https") || before.endsWith("ftp");
  }

  private static boolean isFamily(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  }

  private static boolean isVersion(String text) {
    return text.equals(EDGE)
        || (!text.isEmpty()
            && Character.isDigit(text.charAt(0))
            && text.chars().allMatch(ApkRepositories::inVersion));
  }

  private static boolean inVersion(int c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || c == '_' || c == '.' || c == '-';
  }

  private static int compare(String left, String right) {
    List<BigInteger> mine = numbers(left);
    List<BigInteger> theirs = numbers(right);
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      int order = mine.get(i).compareTo(theirs.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.size(), theirs.size());
  }

  private static List<BigInteger> numbers(String version) {
    List<BigInteger> numbers = new ArrayList<>();
    for (String part : version.split("[^0-9]+", -1)) {
      if (!part.isEmpty()) {
        // Longer numbers are no release; cutting them keeps hostile ones cheap to compare.
        numbers.add(new BigInteger(part.substring(0, Math.min(part.length(), 20))));
      }
    }
    return numbers;
  }
}
