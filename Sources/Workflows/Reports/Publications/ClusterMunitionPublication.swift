import LandRelease
import Reporting

extension Publication {
  static let clusterMunitions = Publication(
    statement: .clusterMunitions, title: "Form F of the Convention on Cluster Munitions' Article 7",
    audience: "treaty officers", period: .wholeYear,
    layerRefusal: "the form is of cluster munition remnants",
    making: .ofFigures { request, programme in
      ClusterMunitionStatement.report(
        try ClusterMunitionFigures(programme, request.period),
        basis: programme.figures(of: .cmr).basis(request.period))
    })
}

extension ClusterMunitionFigures {
  /// Reads the form of a period from a book.
  init(_ programme: ProgrammeFigures, _ period: Period) throws {
    self.init()
    let hazards = try programme.openHazards(at: period.to)
    remainders = hazards.remainders(in: .cmr)
    openLand = try programme.openLand(period, layer: .cmr, holding: hazards)
    areas = try programme.openAreas(of: .cmr, holding: hazards, at: period.to)
    released = try programme.releasedLand(period, layer: .cmr)
    submunitions = try programme.mines(period, of: [.submunition])
  }
}
