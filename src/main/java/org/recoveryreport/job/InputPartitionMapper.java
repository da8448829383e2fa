package org.recoveryreport.job;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/** Makes a partition of each part of the log; their number was settled by the first step, so a restart has the same. */
@Dependent
@Named("inputPartitionMapper")
public class InputPartitionMapper implements PartitionMapper {
    private final Run run;

    @Inject
    public InputPartitionMapper(Run run) {
        this.run = run;
    }

    @Override
    public PartitionPlan mapPartitions() {
        int partitions = run.plan().partitions().size();
        Properties[] properties = new Properties[partitions];
        for (int i = 0; i < partitions; i++) {
            properties[i] = new Properties();
            properties[i].setProperty("partition", Integer.toString(i));
        }
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(partitions);
        plan.setThreads(partitions);
        plan.setPartitionProperties(properties);
        return plan;
    }
}
