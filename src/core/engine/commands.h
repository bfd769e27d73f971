// Every command and every event of the core, as type lists.
#pragma once

#include <boost/mp11.hpp>

#include "core/benchmark/commands.h"
#include "core/casefile/commands.h"
#include "core/dossier/commands.h"
#include "core/dossier/holding_commands.h"
#include "core/inspection/commands.h"
#include "core/org/commands.h"
#include "core/regulation/commands.h"

namespace xiezhi::core::engine {

using OrganisationCommands = boost::mp11::mp_list<org::RegisterBody, org::AuthoriseBody, org::EntrustTeam,
                                                  org::EndEntrustment, org::RegisterOfficer, org::IssueCertificate,
                                                  org::RevokeCertificate, org::AssignDuties, org::EndService>;

using DossierCommands = boost::mp11::mp_list<dossier::RegisterEnterprise, dossier::UpdateEnterprise, dossier::AddSite,
                                             dossier::RecordLicence, dossier::EndLicence, dossier::RecordHazardSource,
                                             dossier::CloseHazardSource, dossier::RecordKeyPerson,
                                             dossier::EndKeyPerson, dossier::GradeEnterprise>;

// In the order in which an inspection runs, so that `next` lists them so.
using InspectionCommands = boost::mp11::mp_list<
    inspection::OpenInspection, inspection::ApproveScheme, inspection::RecuseOfficer, inspection::ReplaceOfficer,
    inspection::BeginOnSite, inspection::JoinOnSite, inspection::RecordItem, inspection::RecordFinding,
    inspection::WithdrawFinding, inspection::GiveFeedback, inspection::CorrectOnSpot, inspection::OrderCorrection,
    inspection::TakeMeasure, inspection::ApproveMeasure, inspection::ExtendMeasure, inspection::BeginTesting,
    inspection::EndTesting, inspection::LiftMeasure, inspection::ReviewResumption, inspection::StopSupply,
    inspection::RestoreSupply, inspection::TransferFinding, inspection::SignByOfficer, inspection::SignByEnterprise,
    inspection::RecordRefusalToSign, inspection::Reinspect, inspection::CloseInspection>;

using CaseCommands = boost::mp11::mp_list<
    casefile::FileCase, casefile::DecideSummarily, casefile::CollectEvidence, casefile::VerifyEvidence,
    casefile::PreserveEvidence, casefile::DisposePreservation, casefile::ReplaceInvestigator, casefile::RequestRecusal,
    casefile::DecideRecusal, casefile::EndInvestigation, casefile::WeighPenalty, casefile::GiveNotice,
    casefile::WaiveDefence, casefile::RecordDefence, casefile::ReviewDefence, casefile::RequestHearing,
    casefile::NotifyHearing, casefile::HoldHearing, casefile::ReviewLegality, casefile::Deliberate,
    casefile::ExtendDecisionTerm, casefile::SuspendTerm, casefile::ResumeTerm, casefile::ReferToPolice,
    casefile::RecordReferralAnswer, casefile::Decide, casefile::DecideNoPenalty, casefile::ReportSummary,
    casefile::ConsentToElectronicService, casefile::ServeDecision, casefile::DiscloseDecision, casefile::RecordPayment,
    casefile::ApproveDeferral, casefile::RecordRemedy, casefile::EndRemedy, casefile::RevokeDecision,
    casefile::WithdrawDisclosure, casefile::ServeDemand, casefile::RecordDemandReply, casefile::ApplyToCourt,
    casefile::EndExecution, casefile::ProposeClosure, casefile::TransferCase, casefile::TerminateCase,
    casefile::CloseCase>;

using BenchmarkCommands =
    boost::mp11::mp_list<benchmark::OpenBenchmarkDraft, benchmark::CreateBenchmark, benchmark::BindBenchmark,
                         benchmark::SaveBenchmarkDraft, benchmark::SubmitBenchmarkDraft,
                         benchmark::ReturnBenchmarkDraft, benchmark::WithdrawBenchmarkDraft,
                         benchmark::ApproveBenchmarkDraft, benchmark::PublishBenchmark>;

using RegulationCommands = boost::mp11::mp_list<regulation::OpenRegulationDraft, regulation::SaveRegulationDraft,
                                                regulation::SubmitRegulationDraft, regulation::ReturnRegulationDraft,
                                                regulation::WithdrawRegulationDraft, regulation::ApproveRegulationDraft,
                                                regulation::PublishRegulation>;

using Commands = boost::mp11::mp_append<OrganisationCommands, DossierCommands, InspectionCommands, CaseCommands,
                                        BenchmarkCommands, RegulationCommands>;

using BenchmarkEvents = boost::mp11::mp_list<benchmark::BenchmarkDraftOpened, benchmark::BenchmarkDraftBound,
                                             benchmark::BenchmarkDraftSaved, benchmark::BenchmarkDraftSubmitted,
                                             benchmark::BenchmarkDraftReturned, benchmark::BenchmarkDraftWithdrawn,
                                             benchmark::BenchmarkDraftApproved, benchmark::BenchmarkPublished>;

using FileEvents = boost::mp11::mp_list<
    org::BodyRegistered, org::BodyAuthorised, org::TeamEntrusted, org::EntrustmentEnded, org::OfficerRegistered,
    org::CertificateIssued, org::CertificateRevoked, org::DutiesAssigned, org::ServiceEnded,
    dossier::EnterpriseRegistered, dossier::EnterpriseUpdated, dossier::SiteAdded, dossier::PenaltyRecorded,
    dossier::PenaltyAnnulled, dossier::LicenceRecorded, dossier::LicenceEnded, dossier::HazardSourceRecorded,
    dossier::HazardSourceClosed, dossier::KeyPersonRecorded, dossier::KeyPersonLeft, dossier::EnterpriseGraded,
    inspection::InspectionOpened, inspection::SchemeApproved, inspection::OnSiteBegun, inspection::ItemRecorded,
    inspection::FindingRecorded, inspection::FindingWithdrawn, inspection::FeedbackGiven,
    inspection::FindingCorrectedOnSpot, inspection::CorrectionOrdered, inspection::MeasureTaken,
    inspection::MeasureApproved, inspection::MeasureExtended, inspection::TestingBegun, inspection::TestingEnded,
    inspection::MeasureLifted, inspection::ResumptionReviewed, inspection::OfficerSigned, inspection::EnterpriseSigned,
    inspection::SigningRefused, inspection::FindingReinspected, inspection::FindingTransferred,
    inspection::FindingFiled, inspection::SupplyStopped, inspection::SupplyRestored, inspection::OfficerRecused,
    inspection::OfficerReplaced, inspection::OfficerJoined, inspection::InspectionClosed, casefile::CaseFiled,
    casefile::EvidenceCollected, casefile::EvidenceVerified, casefile::EvidencePreserved,
    casefile::PreservationDisposed, casefile::InvestigatorReplaced, casefile::RecusalRequested,
    casefile::RecusalDecided, casefile::InvestigationEnded, casefile::NoticeGiven, casefile::DefenceWaived,
    casefile::DefenceRecorded, casefile::DefenceReviewed, casefile::HearingRequested, casefile::HearingNotified,
    casefile::HearingHeld, casefile::LegalityReviewed, casefile::Deliberated, casefile::PenaltyWeighed,
    casefile::DecisionTermExtended, casefile::TermSuspended, casefile::TermResumed, casefile::ReferredToPolice,
    casefile::ReferralAnswered, casefile::Decided, casefile::SummarilyDecided, casefile::SummaryReported,
    casefile::DecisionServed, casefile::ElectronicServiceConsented, casefile::PaymentRecorded,
    casefile::DeferralApproved, casefile::RemedyRecorded, casefile::RemedyEnded, casefile::DecisionRevoked,
    casefile::DemandServed, casefile::DemandReplyRecorded, casefile::CourtApplied, casefile::ExecutionEnded,
    casefile::DecisionDisclosed, casefile::DisclosureWithdrawn, casefile::ClosureProposed, casefile::CaseTransferred,
    casefile::CaseTerminated, casefile::CaseClosed>;

using RegulationEvents = boost::mp11::mp_list<regulation::RegulationDraftOpened, regulation::RegulationDraftSaved,
                                              regulation::RegulationDraftSubmitted, regulation::RegulationDraftReturned,
                                              regulation::RegulationDraftWithdrawn, regulation::RegulationDraftApproved,
                                              regulation::RegulationPublished>;

using Events = boost::mp11::mp_append<FileEvents, BenchmarkEvents, RegulationEvents>;

}  // namespace xiezhi::core::engine
