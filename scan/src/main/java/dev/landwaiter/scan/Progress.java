package dev.landwaiter.scan;

/// Is told how far a scan is. Called from several threads.
public interface Progress {
  Progress SILENT =
      new Progress() {
        @Override
        public void layerStarted(int index, int count, String digest, long storedSize) {}

        @Override
        public void layerRead(int index, long storedBytes) {}

        @Override
        public void layerDone(int index, boolean cached) {}
      };

  /// A layer is about to be read.
  ///
  /// @param index of the layer, from 0
  /// @param storedSize in bytes, or -1 when unknown
  void layerStarted(int index, int count, String digest, long storedSize);

  /// Some of a layer has been read.
  ///
  /// @param storedBytes read of this layer so far
  void layerRead(int index, long storedBytes);

  void layerDone(int index, boolean cached);
}
