package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.parse.AnnotationListing;
import dev.landwaiter.rego.syntax.TermText;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pages of Markdown about policies, from their metadata.
public final class PolicyPages {
  private PolicyPages() {}

  /// The page about the policies below a path: a section for each package and rule.
  ///
  /// @param folder that the path starts from
  /// @throws LoadException when they cannot be read, or say nothing of themselves
  public static String of(Path folder, String path) throws LoadException {
    var language =
        new Language(
            new Language.Wanted(Optional.empty(), Optional.empty(), Optional.empty(), false, false),
            new ConfigFunctions(
                new ConfigFiles(folder, "", new byte[0], InputFormats.AS_CONFTEST)));
    LoadedModules modules = LoadedModules.load(folder, List.of(path), language);
    Set<String> sections = new LinkedHashSet<>();
    for (AnnotationListing.Entry entry :
        AnnotationListing.of(List.copyOf(modules.byName().values()))) {
      String name = PolicySet.withoutRoot(TermText.of(entry.path()));
      int depth = Math.max(1, entry.path().parts().size() - 1);
      sections.add(section(depth, name, entry.annotations().fields()));
    }
    if (sections.isEmpty()) {
      throw new LoadException(path + ": there is no metadata (a comment that begins # METADATA)");
    }
    return String.join("", sections);
  }

  private static String section(int depth, String name, ObjectValue fields) {
    var text = new StringBuilder("#".repeat(depth)).append(' ').append(name);
    String title = fields.text("title");
    text.append(title.isEmpty() ? "" : " - " + title).append("\n\n");
    text.append(fields.text("description")).append("\n\n");
    List<Value> related = fields.get("related_resources").map(Value::elements).orElse(List.of());
    if (!related.isEmpty()) {
      text.append("Related Resources:\n\n");
      for (Value resource : related) {
        String description = resource.text("description");
        String address = resource.text("ref");
        text.append(
            description.isEmpty()
                ? "- " + address + "\n"
                : "- [" + description + "](" + address + ")\n");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
