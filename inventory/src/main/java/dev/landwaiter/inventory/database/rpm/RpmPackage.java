package dev.landwaiter.inventory.database.rpm;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Provenance;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.database.DatabaseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A package of an rpm database before its dependencies are known.
///
/// @param provides the names by which other packages may need it
/// @param requires the names it needs
record RpmPackage(Package found, List<String> provides, List<String> requires) {
  private static final int SIGMD5 = 261;
  private static final int NAME = 1000;
  private static final int VERSION = 1001;
  private static final int RELEASE = 1002;
  private static final int EPOCH = 1003;
  private static final int VENDOR = 1011;
  private static final int LICENSE = 1014;
  private static final int ARCH = 1022;
  private static final int SOURCERPM = 1044;
  private static final int PROVIDENAME = 1047;
  private static final int REQUIRENAME = 1049;
  private static final int DIRINDEXES = 1116;
  private static final int BASENAMES = 1117;
  private static final int DIRNAMES = 1118;
  private static final int MODULARITYLABEL = 5096;

  private static final List<String> OFFICIAL_VENDORS =
      List.of(
          "Amazon Linux",
          "Amazon.com",
          "CentOS",
          "Fedora Project",
          "Oracle America",
          "Red Hat",
          "AlmaLinux",
          "CloudLinux",
          "VMware",
          "SUSE",
          "openSUSE",
          "Microsoft Corporation",
          "Rocky");

  static RpmPackage of(Header header, Budget budget, String analyzer) throws DatabaseException {
    budget.takePackage();
    String name = header.text(NAME);
    if (name.isEmpty()) {
      throw new DatabaseException("a header names no package");
    }
    int[] epochs = header.numbers(EPOCH);
    int epoch = epochs.length == 0 ? 0 : epochs[0];
    var evr = new Evr(epoch, header.text(VERSION), header.text(RELEASE));
    String arch = header.text(ARCH);
    String vendor = known(header.text(VENDOR));
    String license = known(header.text(LICENSE));
    boolean official = official(vendor, evr.release());
    byte[] md5 = header.binary(SIGMD5);
    var provenance =
        new Provenance(
            vendor,
            official ? Provenance.OFFICIAL : Provenance.THIRD_PARTY,
            header.text(MODULARITYLABEL),
            BuildInfo.NONE,
            md5.length == 0 ? "" : "md5:" + HexFormat.of().formatHex(md5),
            analyzer);
    var found =
        new Package(
            name + "@" + evr.version() + "-" + evr.release() + "." + arch,
            name,
            evr,
            arch.isEmpty() ? "None" : arch,
            SourceRpm.parse(known(header.text(SOURCERPM)), epoch),
            license.isEmpty() ? List.of() : List.of(license),
            provenance,
            Relations.NONE,
            official ? Place.owning(files(header, budget)) : Place.NONE,
            Identifier.NONE);
    List<String> provides = header.texts(PROVIDENAME);
    List<String> requires = header.texts(REQUIRENAME);
    budget.takeNames(provides.size() + requires.size());
    return new RpmPackage(found, provides, requires);
  }

  private static String known(String text) {
    return text.equals("(none)") ? "" : text;
  }

  private static boolean official(String vendor, String release) {
    return OFFICIAL_VENDORS.stream().anyMatch(vendor::startsWith)
        || (vendor.isEmpty() && release.contains("amzn"));
  }

  private static List<String> files(Header header, Budget budget) throws DatabaseException {
    List<String> names = header.texts(BASENAMES);
    List<String> folders = header.texts(DIRNAMES);
    int[] indexes = header.numbers(DIRINDEXES);
    if (indexes.length != names.size()) {
      throw new DatabaseException(
          names.size() + " files stand against " + indexes.length + " folders");
    }
    List<String> files = new ArrayList<>();
    for (int i = 0; i < indexes.length; i++) {
      if (indexes[i] < 0 || indexes[i] >= folders.size()) {
        throw new DatabaseException("a file is in the folder " + indexes[i] + ", which is missing");
      }
      files.add(budget.path(folders.get(indexes[i]), names.get(i)));
    }
    return files;
  }

  /// The package with the ids of what it needs.
  Package resolved(Map<String, String> idByProvided) {
    var ids = new TreeSet<String>();
    for (String name : requires) {
      String id = idByProvided.get(name);
      if (id != null && !id.equals(found.id())) {
        ids.add(id);
      }
    }
    return ids.isEmpty() ? found : found.withRelations(Relations.dependingOn(List.copyOf(ids)));
  }
}
