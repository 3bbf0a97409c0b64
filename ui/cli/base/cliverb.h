// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/downloads/downloadmanager.h"
#include "controllers/tenant/inventorycontroller.h"
#include "ui/cli/base/clioptions.h"
#include "ui/cli/base/exitstatus.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/verbspec.h"

namespace Sonde::Client {

/// The tenant a verb works with: signed in, its inventory listed and, of an embedded one, this computer online.
struct SignedInTenant {
    TenantClient &client;
    InventoryController &inventory;
    DownloadManager &downloads;
    DeviceId ownDevice; ///< of an embedded tenant; else invalid
};

/// What sonde-cli can do: one object for each verb. Run once, it ends once.
class CliVerb : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CliVerb)

public:
    explicit CliVerb(VerbSpec spec);

    [[nodiscard]] const VerbSpec &spec() const { return m_spec; }
    /// `options` fit one of the spec's forms and outlive the verb, as `tenant` does; nullptr for one that needs none.
    void run(const CliOptions &options, SignedInTenant *tenant);
    /// Ctrl+C. Ends as cancelled, unless a verb has something to end first.
    virtual void interrupt();

Q_SIGNALS:
    /// All is printed; the program may end.
    void finished(Sonde::Client::ExitStatus status);

protected:
    virtual void start() = 0;

    [[nodiscard]] const CliOptions &options() const { return *m_options; }
    [[nodiscard]] SignedInTenant &tenant() const { return *m_tenant; }
    [[nodiscard]] Printer printer() const { return Printer(m_options->json); }
    /// An argument by its place; empty when it was not given.
    [[nodiscard]] QString argument(qsizetype place) const { return m_options->arguments.value(place); }

    /// By its name, its ID, or “this” for an embedded tenant's computer. DeviceUnknown; BadValue when several have the name.
    [[nodiscard]] Result<DeviceId> findDevice(const QString &wanted) const;

    void finish(ExitStatus status = ExitStatus::Completed);
    void fail(const Error &error);
    /// The end of what has no answer but that it was done.
    template<typename T>
    void finishWith(const Result<T> &result)
    {
        if (result)
            finish();
        else
            fail(result.error());
    }

private:
    const VerbSpec m_spec;
    const CliOptions *m_options = nullptr;
    SignedInTenant *m_tenant = nullptr;
};

/// All verbs, in the order help shows them; a verb's name is there once.
class VerbTable final
{
public:
    void add(std::unique_ptr<CliVerb> verb) { m_verbs.push_back(std::move(verb)); }
    [[nodiscard]] const std::vector<std::unique_ptr<CliVerb>> &verbs() const { return m_verbs; }
    /// UnknownVerb with the "nearest" names.
    [[nodiscard]] Result<CliVerb *> find(const QString &name) const;

private:
    std::vector<std::unique_ptr<CliVerb>> m_verbs;
};

} // namespace Sonde::Client
