package dev.landwaiter.inventory.lang.ruby;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.SizeLimit;
import dev.landwaiter.inventory.licence.Licenses;
import java.util.ArrayList;
import java.util.List;

/// The specification of an installed gem. It is Ruby code, of which only the assignments that
/// RubyGems itself writes are understood (project reference, inventory, 19.3).
public final class Gemspec implements Analyzer {
  @Override
  public String id() {
    return "gemspec";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().endsWith(".gemspec") && file.path().contains("/specifications/");
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      if (!SizeLimit.allows(file, found)) {
        continue;
      }
      var specification = new Specification();
      file.text().lines().forEach(specification::read);
      if (specification.name.isEmpty() || specification.version.isEmpty()) {
        found.add(Problem.in(file.path(), "names no gem and version in a form that can be read"));
      } else {
        Package gem =
            Package.language(
                    "", specification.name, specification.version, specification.licenses, id())
                .withPlace(Place.file(file.path()));
        found.add(new Application(LanguageType.GEMSPEC, file.path(), List.of(gem)));
      }
    }
  }

  private static final class Specification {
    private String variable = "";
    private String name = "";
    private String version = "";
    private final List<String> licenses = new ArrayList<>();

    void read(String line) {
      String text = line.strip();
      if (text.contains("Gem::Specification.new")) {
        int start = text.indexOf('|');
        int end = text.indexOf('|', start + 1);
        variable = start >= 0 && end > start ? text.substring(start + 1, end).strip() : "";
      } else if (!variable.isEmpty() && text.startsWith(variable + ".")) {
        assign(text.substring(variable.length() + 1));
      }
    }

    private void assign(String assignment) {
      int equals = assignment.indexOf('=');
      if (equals < 0) {
        return;
      }
      String value = assignment.substring(equals + 1).strip();
      switch (assignment.substring(0, equals).strip()) {
        case "name" -> name = word(value);
        case "version" -> version = word(value);
        case "license" -> addLicense(word(value));
        case "licenses" -> addLicenses(value);
        default -> {}
      }
    }

    private void addLicenses(String list) {
      int start = list.indexOf('[');
      int end = list.lastIndexOf(']');
      if (start >= 0 && end > start) {
        for (String license : list.substring(start + 1, end).split(",", -1)) {
          addLicense(bare(license.strip()));
        }
      }
    }

    private void addLicense(String license) {
      if (!license.isEmpty()) {
        licenses.add(Licenses.normalize(license));
      }
    }

    private static String word(String value) {
      int end = 0;
      while (end < value.length() && !Character.isWhitespace(value.charAt(end))) {
        end++;
      }
      return bare(value.substring(0, end));
    }

    private static String bare(String value) {
      String text = value.endsWith(".freeze") ? value.substring(0, value.length() - 7) : value;
      int start = 0;
      int end = text.length();
      while (start < end && quote(text.charAt(start))) {
        start++;
      }
      while (end > start && quote(text.charAt(end - 1))) {
        end--;
      }
      return text.substring(start, end);
    }

    private static boolean quote(char c) {
      return c == '"' || c == '\'';
    }
  }
}
