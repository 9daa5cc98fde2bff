package io.hushbridge.control.call;

/// Who hears whom, put into force.
public interface Audio {

  /// Returns when the media loop has obeyed.
  ///
  /// @throws CallOver when it has not in 100 ms: the call ends shielded
  void switchTo(Scene scene) throws CallOver;
}
