package dev.landwaiter.inventory.database.dpkg;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.licence.Licenses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Debian's copyright files: the licences of the package whose documentation they lie in, from the
/// machine-readable form (Debian policy, copyright format 1.0) or from mentions of common licences.
public final class DpkgCopyright implements Analyzer {
  private static final int LIMIT = 1000;
  private static final String DOCUMENTS = "usr/share/doc/";
  private static final String FIELD = "License:";
  private static final String COMMON = "/usr/share/common-licenses/";

  @Override
  public String id() {
    return "dpkg-license";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().startsWith(DOCUMENTS)
        && file.name().equals("copyright")
        && file.path().indexOf('/', DOCUMENTS.length()) == file.folder().length();
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      Set<String> licenses = new LinkedHashSet<>();
      for (String line : (Iterable<String>) file.text().lines()::iterator) {
        read(line, licenses);
        if (licenses.size() > LIMIT) {
          found.add(Problem.in(file.path(), "more than " + LIMIT + " licences; read no further"));
          break;
        }
      }
      if (!licenses.isEmpty()) {
        found.addLicenses(
            file.entry().folder().substring(DOCUMENTS.length()), List.copyOf(licenses));
      }
    }
  }

  private static void read(String line, Set<String> licenses) {
    if (line.startsWith(FIELD)) {
      for (String license : Licenses.split(plain(line.substring(FIELD.length())))) {
        licenses.add(Licenses.normalize(license));
      }
    } else if (line.contains(COMMON)) {
      String name = common(line);
      if (!name.isEmpty()) {
        licenses.add(Licenses.normalize(name));
      }
    }
  }

  private static String plain(String value) {
    int open = value.indexOf('(');
    String text =
        (open < 0 ? value : value.substring(0, open))
            .strip()
            .replace("The main library is licensed under ", "");
    return text.endsWith(" license")
        ? text.substring(0, text.length() - " license".length())
        : text;
  }

  /// The name of the first common licence in the line, without the punctuation that ends it.
  private static String common(String line) {
    int start = line.indexOf(COMMON) + COMMON.length();
    int end = start;
    while (end < line.length() && isNamePart(line.charAt(end), "_.+-")) {
      end++;
    }
    while (end > start && !isNamePart(line.charAt(end - 1), "+")) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isNamePart(char c, String others) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || others.indexOf(c) >= 0;
  }
}
