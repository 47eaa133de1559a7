package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `$"text {expression}"`.
///
/// @param multiLine whether it was written in back quotes
public record TemplateString(List<TemplatePart> parts, boolean multiLine, Location at)
    implements Term {
  public TemplateString {
    parts = List.copyOf(parts);
  }

  @Override
  public TemplateString at(Location place) {
    return new TemplateString(parts, multiLine, place);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TemplateString that
        && parts.equals(that.parts)
        && multiLine == that.multiLine;
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts, multiLine);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
