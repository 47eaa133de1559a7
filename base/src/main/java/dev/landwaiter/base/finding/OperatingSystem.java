package dev.landwaiter.base.finding;

/// The distribution that an artifact holds.
///
/// @param family the id of the family, such as `debian`; empty when unknown
/// @param name the version, such as `12.5`
/// @param endOfLife whether support has ended
/// @param supplier a vendor whose hardened packages replace the family's own, or empty
/// @param extended whether Ubuntu's extended maintenance is switched on
public record OperatingSystem(
    String family, String name, boolean endOfLife, String supplier, boolean extended) {
  public static final OperatingSystem NONE = new OperatingSystem("", "", false, "", false);

  public static OperatingSystem of(String family, String name) {
    return new OperatingSystem(family, name, false, "", false);
  }

  public OperatingSystem withEndOfLife(boolean ended) {
    return new OperatingSystem(family, name, ended, supplier, extended);
  }

  public OperatingSystem withName(String newName) {
    return new OperatingSystem(family, newName, endOfLife, supplier, extended);
  }

  public boolean known() {
    return !family.isEmpty();
  }
}
